import { apiRequest } from './apiRequest';
import { caseResource } from './case';
import { comment } from './comment';
import { execution } from './execution';
import { history } from './history';
import { model } from './model';
import { task } from './task';
import { taskAssignment } from './taskAssignment';
import { taskAttachment } from './taskAttachment';
import { variable } from './variable';

/** Every resource of the node, by name. */
export const resources = [
	apiRequest,
	caseResource,
	comment,
	execution,
	history,
	model,
	task,
	taskAssignment,
	taskAttachment,
	variable,
];

export const firstResource = caseResource;
