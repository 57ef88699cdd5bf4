import { caseResource } from './case';
import { task } from './task';
import { taskAttachment } from './taskAttachment';

/** Every resource of the node, by name. */
export const resources = [caseResource, task, taskAttachment];

export const firstResource = caseResource;
