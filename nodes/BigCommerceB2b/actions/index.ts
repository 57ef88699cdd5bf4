import { company } from './company';

/** Every resource of the node, by name. */
export const resources = [company];

export const firstResource = company;
