/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock, StateFile } from '../../core';
import { timeUuid } from '../timeUuid';
import type { ModelRecord, WorkflowState } from '../types';

import { readModel, type ProcessModel } from './readModel';

/** The deployed process models, every version of each (reference 4.7). */
export class Models {
	/** by content, which stays the same over a reset */
	private readonly read = new Map<string, Promise<ProcessModel>>();

	constructor(
		private readonly state: StateFile<WorkflowState>,
		private readonly clock: Clock,
	) {}

	/** All that are not undeployed, in order of deployment. */
	list(): ModelRecord[] {
		return this.state.data.models.filter(({ undeployed }) => !undeployed);
	}

	find(id: string): ModelRecord | undefined {
		return this.list().find((model) => model.id === id);
	}

	/** The model of a case, also one that was undeployed meanwhile. */
	ofCase(modelId: string): ModelRecord {
		const model = this.state.data.models.find(({ id }) => id === modelId);
		if (model === undefined) throw new Error(`The state has a case of model ${modelId}, but not the model`);
		return model;
	}

	latest(key: string): ModelRecord | undefined {
		return this.list().findLast((model) => model.key === key);
	}

	/** What the model says, read once and kept. */
	async content({ modelContent }: Pick<ModelRecord, 'modelContent'>): Promise<ProcessModel> {
		const known = this.read.get(modelContent) ?? readModel(modelContent);
		this.read.set(modelContent, known);
		return await known;
	}

	/** The newest model that starts with this message, and the message's id in it. */
	async startedByMessage(name: string): Promise<{ model: ModelRecord; messageId: string } | undefined> {
		for (const model of this.list().reverse()) {
			if (this.latest(model.key) !== model) continue;
			const { messageStarts } = await this.content(model);
			const start = messageStarts.find(({ messageName }) => messageName === name);
			if (start !== undefined) return { model, messageId: start.messageId };
		}
		return undefined;
	}

	/**
	 * Deploys a model; a key that exists gets a new version.
	 * @param modelContent BPMN XML
	 * @param jsonContent the same in the service's own form, when it was deployed so
	 * @throws ServiceError 400 when it cannot run here
	 */
	async deploy(modelContent: string, jsonContent?: object): Promise<ModelRecord> {
		const { key, name, description, category } = await this.content({ modelContent });
		const now = this.clock.now();
		const version = this.state.data.models.filter((model) => model.key === key).length + 1;
		const model: ModelRecord = {
			id: timeUuid(now),
			key,
			name,
			description,
			version,
			category,
			processDefinitionId: `${key}:${version}:${timeUuid(now)}`,
			deploymentId: timeUuid(now),
			modelType: jsonContent === undefined ? 'xml' : 'json',
			modelContent,
			jsonContent,
			deployedAt: now,
			undeployed: false,
		};
		this.state.data.models.push(model);
		this.state.save();
		return model;
	}

	undeploy(model: ModelRecord): void {
		model.undeployed = true;
		this.state.save();
	}

	/** Deploys every process model of a folder that is not there yet as it is, as an administrator would have. */
	async preload(folder: string): Promise<void> {
		const names = await readdir(folder).catch(() => []);
		for (const name of names.filter((file) => file.endsWith('.bpmn20.xml')).sort()) {
			const xml = await readFile(join(folder, name), 'utf8');
			if (!this.list().some(({ modelContent }) => modelContent === xml)) await this.deploy(xml);
		}
	}
}
