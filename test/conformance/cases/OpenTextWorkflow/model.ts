import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, MANY, NO_LIMIT, type Cases } from '../../support/operationCase';
import { NODE, UNKNOWN } from './support';

const keyOf = (nth: number) => `small_model_${nth}`;

/** A model that ends at once. In one line and without double quotes, so that it stands in the body of a request as it is. */
export const smallModel = (key: string): string =>
	[
		"<?xml version='1.0' encoding='UTF-8'?>",
		"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='http://example.com/test'>",
		`<process id='${key}' name='Model ${key}' isExecutable='true'>`,
		"<startEvent id='start'/><endEvent id='end'/><sequenceFlow id='flow' sourceRef='start' targetRef='end'/>",
		'</process></definitions>',
	].join('');

const byText = (nth: number): INodeParameters => ({ source: 'text', model: smallModel(keyOf(nth)) });

const deployed = async (world: World, nth: number): Promise<string> => {
	const made = await world.must(NODE, { resource: 'model', operation: 'deploy', ...byText(nth) });
	return String(made.modelId);
};

const withModel = async (world: World, nth: number): Promise<INodeParameters> => ({
	modelId: await deployed(world, nth),
});

const NO_SUCH = {
	wrong: { modelId: UNKNOWN },
	refusal: /^Workflow Service knows no process model f8985abd-/,
};

export const cases: Cases = {
	deploy: {
		prepare: async (_world, nth) => await Promise.resolve(byText(nth)),
		files: async (_world, nth) =>
			await Promise.resolve({
				data: {
					data: Buffer.from(smallModel(keyOf(nth))).toString('base64'),
					mimeType: 'application/xml',
					fileName: 'small.bpmn20.xml',
				},
			}),
		wrong: { source: 'text', model: 'hello' },
		refusal: /^Process Model is neither BPMN XML nor JSON$/,
		gives: () => ({ deployed: true, modelKey: expect.stringMatching(/^small_model_\d$/), version: 1 }),
		others: { 'a file': async () => await Promise.resolve({ source: 'file', binaryProperty: 'data' }) },
	},
	get: {
		prepare: withModel,
		...NO_SUCH,
		gives: () => ({ modelKey: expect.stringMatching(/^small_model_\d$/), content: expect.any(Object) }),
		others: {
			'its key': async (world) => {
				await deployed(world, 1);
				return { modelId: { __rl: true, mode: 'key', value: keyOf(1) } };
			},
		},
	},
	getAll: {
		prepare: async (world, nth) => {
			await deployed(world, nth);
			return { ...ALL, filters: { modelKey: keyOf(nth) } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ modelKey: expect.stringMatching(/^small_model_\d$/), version: 1 }),
	},
	delete: {
		prepare: withModel,
		...NO_SUCH,
		gives: () => ({ deleted: true, modelKey: expect.stringMatching(/^small_model_\d$/) }),
	},
};
