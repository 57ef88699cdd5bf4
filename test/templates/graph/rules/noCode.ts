import type { Rule } from '../rule';

const CODE = /\.(code|function|functionItem|aiTransform|executeCommand)$/;

export const noCode: Rule = {
	name: 'holds no code',
	find: ({ nodes }) =>
		nodes.filter(({ type }) => CODE.test(type)).map(({ name }) => ({ node: name, what: 'is code' })),
};
