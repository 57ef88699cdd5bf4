export { contractProblems, expectContract, officialSpecs } from './expectContract';
export type { ContractOptions } from './expectContract';
export type { RecordedExchange } from './exchange';
export { formatProblems } from './problem';
export type { Problem } from './problem';
export { loadSpecs, SPECS_ABSENT, SpecSet } from './spec/specSet';
export { validateDelivery } from './validateDelivery';
export { validateRequest } from './validateRequest';
export { validateResponse } from './validateResponse';
