import pick from 'lodash/pick';
import type { Given } from './record/given';

/**
 * The short form of a record: only the fields that people work by, at most ten (n8n's UX guide on Simplify).
 *
 * @param record the whole record; it is not changed
 * @param names the fields to keep, in the order in which they are shown
 */
export const simplified = (record: Given, names: readonly string[]): Given => pick(record, names);
