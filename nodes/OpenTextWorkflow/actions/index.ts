import { caseResource } from './case';
import { comment } from './comment';
import { task } from './task';
import { taskAttachment } from './taskAttachment';

/** Every resource of the node, by name. */
export const resources = [caseResource, comment, task, taskAttachment];

export const firstResource = caseResource;
