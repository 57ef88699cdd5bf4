/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axios from 'axios';
import groupBy from 'lodash/groupBy';
import { fileNameOf } from '../../run/models/source';
import { isAnswered, passesAfter, sourceOf, startValues, type Story } from '../../run/models/stories';
import { MANAGER, REVIEWER } from '../../sandbox/core/fixtures';
import { startServer } from '../../sandbox/server';
import { createWorkflowStandIn } from '../../sandbox/workflow';
import { OWN_CONNECTION, PATIENCE_MS, sandboxCredentials, type World } from '../harness';
import { caseWorkflow, type Walk } from './caseWorkflows';
import type { TrailLine } from './expectedTrail';
import { publish } from './publishedTemplate';

const PROCESSES = path.join(__dirname, '../../../workflows-templates/processes');

const CREDENTIAL = 'openTextWorkflowApi';

/** What n8n tells of a case that has ended. */
export interface Walked {
	decision: Record<string, unknown>;
	trail: Array<TrailLine & { order: number }>;
}

/** Two people take turns, so that each decision has its own. */
export const decidersOf = ({ steps }: Story): string[] => steps.map((_, at) => (at % 2 ? MANAGER : REVIEWER));

/** What somebody says for a reason at a step. */
export const reasonAt = ({ steps }: Story, at: number): string => `${at}: ${steps[at][0]}`;

const walkOf = (story: Story, key: string): Walk => ({
	...{ model: story.model, key, variables: startValues(story) },
	steps: story.steps.map((step, at) => {
		const [, outcome, fields] = step;
		return {
			...{ isAnswered: isAnswered(step), outcome, by: decidersOf(story)[at], advanceMs: passesAfter(step) },
			variables: { ...fields, decisionReason: reasonAt(story, at) },
		};
	}),
});

/** Answered steps of one lane at most. n8n's nodes ask a tenant five times a second, six or seven times for a step: this many take less than a minute. */
const MOST_STEPS = 24;

const answersOf = ({ steps }: Story): number => steps.filter(isAnswered).length;

/** Stories of one model each, about as long as one another. */
function lanesOf(stories: readonly Story[]): Story[][] {
	return Object.values(groupBy(stories, 'model')).flatMap((ofModel) => {
		const answers = ofModel.reduce((sum, story) => sum + answersOf(story), 0);
		const lanes: Story[][] = Array.from({ length: Math.ceil(answers / MOST_STEPS) }, () => []);
		const longestFirst = [...ofModel].sort((one, other) => answersOf(other) - answersOf(one));
		for (const [at, story] of longestFirst.entries()) {
			const there = at % (2 * lanes.length);
			lanes[there < lanes.length ? there : 2 * lanes.length - 1 - there].push(story);
		}
		return lanes;
	});
}

/**
 * Walks through stories in one real n8n: side by side, each lane in a tenant of its own with a clock of its own, so that no story moves on the time of another. Every lane
 * deploys its model first, in the service's own form.
 */
export class CaseWalks {
	private readonly tenants: Array<{ close(): Promise<void> }> = [];
	private readonly walked = new Map<Story, Promise<Walked>>();

	private constructor(private readonly world: World) {}

	/** Begins to walk through all of them; whoever wants to know of one waits for it. */
	static async begin(world: World, stories: readonly Story[]): Promise<CaseWalks> {
		const walks = new CaseWalks(world);
		for (const [at, lane] of lanesOf(stories).entries()) await walks.open(String(at + 1), lane);
		return walks;
	}

	/** @throws Error when the model was not deployed, or n8n did not come to the end of the story */
	async of(story: Story): Promise<Walked> {
		const walked = this.walked.get(story);
		if (walked === undefined) throw new Error('Nobody walks through that story');
		return await walked;
	}

	async close(): Promise<void> {
		await Promise.allSettled(this.walked.values());
		for (const tenant of this.tenants) await tenant.close();
	}

	private async open(name: string, lane: readonly Story[]): Promise<void> {
		const tenant = await startServer({}, async (context) => ({
			workflow: await createWorkflowStandIn(context),
		}));
		this.tenants.push(tenant);
		const { client, credentials } = this.world;
		const { data } = sandboxCredentials(tenant.url).find(({ type }) => type === CREDENTIAL) ?? {};
		const own = await client.createCredential(`Tenant ${name}`, CREDENTIAL, data ?? {});
		await publish(
			{ ...this.world, credentials: { ...credentials, [CREDENTIAL]: own } },
			caseWorkflow(name, `${tenant.url}/_sandbox/clock`),
		);
		let before: Promise<unknown> = this.deploy(name, lane[0].model);
		for (const [at, story] of lane.entries()) {
			const deployed = before;
			const walk = async () => await this.call<Walked>(`walk-${name}`, walkOf(story, `lane${name}:${at}`));
			const own = deployed.then(walk);
			this.walked.set(story, own);
			before = own.catch(() => undefined);
		}
	}

	private async deploy(name: string, key: string): Promise<void> {
		const file = path.join(PROCESSES, `${fileNameOf(sourceOf(key))}.model.json`);
		const answer = await this.call<object>(`deploy-${name}`, { model: readFileSync(file, 'utf8') });
		expect(answer).toMatchObject({ deployed: true, modelKey: key, version: 2 });
	}

	private async call<Answer>(place: string, body: object): Promise<Answer> {
		const { data, status } = await axios.post<Answer>(`${this.world.n8n.url}/webhook/${place}`, body, {
			timeout: PATIENCE_MS,
			validateStatus: () => true,
			...OWN_CONNECTION,
		});
		if (status !== 200) throw new Error(`n8n answered ${status}: ${JSON.stringify(data)}`);
		return data;
	}
}
