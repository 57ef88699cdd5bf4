import { decision } from './decision';

/** Every resource of the node. */
export const resources = [decision];

export const firstResource = decision;

export { STORE_TYPES } from '../records/objects';
