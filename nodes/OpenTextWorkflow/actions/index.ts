import { caseResource } from './case';
import { comment } from './comment';
import { history } from './history';
import { model } from './model';
import { task } from './task';
import { taskAssignment } from './taskAssignment';
import { taskAttachment } from './taskAttachment';
import { variable } from './variable';

/** Every resource of the node, by name. */
export const resources = [
	caseResource,
	comment,
	history,
	model,
	task,
	taskAssignment,
	taskAttachment,
	variable,
];

export const firstResource = caseResource;
