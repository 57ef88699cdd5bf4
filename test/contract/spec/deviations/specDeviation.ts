import { pointerOf } from '../json';
import type { JsonObject } from '../json';

/** Spots where a description is wrong or contradicts itself, each relaxed exactly there. */
export interface SpecDeviation {
	/** relative to the folder of the descriptions */
	file: string;
	/** JSON pointers of the objects in that file that are changed */
	pointers: string[];
	/** keys that replace those of the object */
	set: JsonObject;
	reason: string;
	/** section of the BigCommerce reference that says so */
	source: string;
}

const JSON_ANSWER = ['responses', '200', 'content', 'application/json'];

/** Where the schema of a 200 answer stands. */
export const answer = (path: string, method: string) => pointerOf('paths', path, method, ...JSON_ANSWER);

/** Where an answer stands that is only referred to; several operations share what it refers to. */
export const answerOf = (path: string, method: string) =>
	pointerOf('paths', path, method, 'responses', '200');

export const answered = (content: JsonObject) => ({
	$ref: undefined,
	content: { 'application/json': { schema: content } },
});

/** Where a schema of the components stands. */
export const schema = (...steps: string[]) => pointerOf('components', 'schemas', ...steps);
