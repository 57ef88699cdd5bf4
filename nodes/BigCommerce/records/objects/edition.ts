import { ON_CUSTOMER } from '../../transport/carriers';

const kind = (value: string) => ({ value, id: /^[1-9]\d*$/, carrier: ON_CUSTOMER });

/** What B2B Edition adds to a store, of which the store keeps the rounds and knows nothing else (decisions page, section 1). */
export const EDITION_KINDS = { company: kind('company'), quote: kind('quote') } as const;

/** @returns undefined for everything that is no company and no quote */
export const editionKind = (value: string) => Object.values(EDITION_KINDS).find((one) => one.value === value);
