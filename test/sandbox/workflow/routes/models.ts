import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { badRequest, notFound } from '../errors';
import { HAL_JSON, hrefOf, sendPage } from '../hal';
import { jsonModel } from '../model/jsonModel';
import { onlyWhenTrue, text, type Filters } from '../query/filters';
import { select } from '../query/select';
import type { Service } from '../service';
import type { ModelRecord } from '../types';

import { param, queryOf, readBody } from './parse';

const deployment = z.object({
	modelType: z.enum(['json', 'xml']),
	modelContent: z.union([z.string().min(1), z.record(z.unknown())]),
	modelId: z.unknown(),
});

/** Plain XML, or XML in base64: the vendor does not say which of both "encoded" means (reference 4.7). */
export function readXml(content: string): string {
	if (content.trimStart().startsWith('<')) return content;
	const decoded = Buffer.from(content, 'base64').toString('utf8');
	return decoded.trimStart().startsWith('<') ? decoded : content;
}

const FILTERS: Filters<ModelRecord> = {
	key: text((model) => model.key),
	modelType: text((model) => model.modelType),
	processDefinitionId: text((model) => model.processDefinitionId),
};

/** M1–M4 (reference 4.7). */
export function registerModels(app: FastifyInstance, service: Service): void {
	const { context, models } = service;
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
		if (modelType === 'json' || typeof modelContent !== 'string') {
			throw badRequest(
				`modelType '${modelType}' with ${typeof modelContent} content cannot be run by this stand-in: deploy BPMN XML as a string with modelType 'xml'.`,
			);
		}
		const model = await models.deploy(readXml(modelContent));
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
		const modelContent = modelType === 'xml' ? model.modelContent : jsonModel(await models.content(model));
		return await reply.type(HAL_JSON).send({ ...show(model), modelType, modelContent });
	});

	app.delete('/runtime/models/:modelId', async (request, reply) => {
		models.undeploy(requireModel(param(request, 'modelId')));
		return await reply.code(204).send();
	});
}
