import { caseResource } from './case';
import { task } from './task';

/** Every resource of the node, by name. */
export const resources = [caseResource, task];

export const firstResource = caseResource;
