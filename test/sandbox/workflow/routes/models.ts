import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { badRequest, notFound, ServiceError } from '../errors';
import { HAL_JSON, hrefOf, sendPage } from '../hal';
import { xmlOf } from '../model/fromJson';
import { jsonModel } from '../model/jsonModel';
import { onlyWhenTrue, text, type Filters } from '../query/filters';
import { select } from '../query/select';
import type { Service } from '../service';
import type { Switches } from '../switches';
import type { ModelRecord } from '../types';

import { param, queryOf, readBody } from './parse';

const deployment = z.object({
	modelType: z.enum(['json', 'xml']),
	modelContent: z.union([z.string().min(1), z.record(z.unknown())]),
	modelId: z.unknown(),
});

/**
 * Plain XML, or XML in base64: the vendor does not say which of both "encoded" means (reference 4.7).
 * @throws ServiceError 400 when it comes in the other encoding
 */
export function readXml(content: string, encoding: Switches['xmlModels']): string {
	const isPlain = content.trimStart().startsWith('<');
	if (encoding !== 'either' && isPlain !== (encoding === 'plain')) {
		throw badRequest(`The model content must be ${encoding} XML.`);
	}
	if (isPlain) return content;
	const decoded = Buffer.from(content, 'base64').toString('utf8');
	return decoded.trimStart().startsWith('<') ? decoded : content;
}

const wrongContent = (modelType: string, content: unknown) =>
	badRequest(
		`modelType '${modelType}' does not go with ${typeof content} content: json takes the model itself, xml a string.`,
	);

function xmlIn(modelType: string, content: string, encoding: Switches['xmlModels']): string {
	if (modelType !== 'xml') throw wrongContent(modelType, content);
	return readXml(content, encoding);
}

function objectIn(modelType: string, content: object): object {
	if (modelType !== 'json') throw wrongContent(modelType, content);
	return content;
}

const FILTERS: Filters<ModelRecord> = {
	key: text((model) => model.key),
	modelType: text((model) => model.modelType),
	processDefinitionId: text((model) => model.processDefinitionId),
};

/** M1–M4 (reference 4.7). */
export function registerModels(app: FastifyInstance, service: Service): void {
	const { cases, context, models, state } = service;
	const show = ({ id, key, name, version, modelType, processDefinitionId }: ModelRecord) => ({
		id,
		key,
		name,
		version,
		modelType,
		processDefinitionId,
		_links: { self: { href: hrefOf(context, `/opentext/workflow/v1/runtime/models/${id}`) } },
	});
	const requireModel = (id: string) => {
		const model = models.find(id);
		if (model === undefined) throw notFound('model', id);
		return model;
	};

	app.post('/runtime/models', async (request, reply) => {
		const { modelType, modelContent } = readBody(deployment, request);
		const model =
			typeof modelContent === 'string'
				? await models.deploy(xmlIn(modelType, modelContent, state.data.switches.xmlModels))
				: await models.deploy(xmlOf(objectIn(modelType, modelContent)), modelContent);
		return await reply.code(201).type(HAL_JSON).send(show(model));
	});

	app.get('/runtime/models', async (request, reply) => {
		const latest = onlyWhenTrue<ModelRecord>((model) => models.latest(model.key) === model);
		const selection = select(
			models.list(),
			queryOf(request),
			{ ...FILTERS, latestVersion: latest },
			{
				id: ({ id }) => id,
				key: ({ key }) => key,
				name: ({ name }) => name,
				version: ({ version }) => version,
			},
		);
		return await sendPage(context, request, reply, 'models', selection, selection.items.map(show));
	});

	app.get('/runtime/models/:modelId', async (request, reply) => {
		const model = requireModel(param(request, 'modelId'));
		const { modelType = model.modelType } = queryOf(request);
		if (modelType !== 'xml' && modelType !== 'json') throw badRequest(`Invalid model type: '${modelType}'.`);
		const modelContent =
			modelType === 'xml'
				? model.modelContent
				: (model.jsonContent ?? jsonModel(await models.content(model)));
		return await reply.type(HAL_JSON).send({ ...show(model), modelType, modelContent });
	});

	app.delete('/runtime/models/:modelId', async (request, reply) => {
		const model = requireModel(param(request, 'modelId'));
		const isFollowed = cases.list().some(({ modelId, endTime }) => modelId === model.id && endTime === null);
		if (isFollowed && !state.data.switches.undeploysWithCases) {
			throw new ServiceError(409, `Model '${model.id}' still has running process instances.`);
		}
		models.undeploy(model);
		return await reply.code(204).send();
	});
}
