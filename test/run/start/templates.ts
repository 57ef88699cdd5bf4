/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { N8nClient, StoredCredential } from '../../e2e/harness/n8nClient';
import { attachCredentials, type WorkflowFile } from '../../e2e/harness/workflowFile';
import { ROOT, hashOfFiles } from '../setup/project.cjs';

/** What an earlier start made of a template file. */
interface Imported {
	workflowId: string;
	/** of the file's content */
	sha256: string;
}

export interface ImportedTemplate {
	name: string;
	workflowId: string;
	/** `kept`: as the user left it, since the file has not changed */
	done: 'imported' | 'updated' | 'kept';
	/** why it could not be activated */
	refusal?: string;
}

const FOLDER = path.join(ROOT, 'workflows-templates');

const readJson = <T>(file: string, otherwise: T): T => {
	if (!existsSync(file)) return otherwise;
	const content: T = JSON.parse(readFileSync(file, 'utf8'));
	return content;
};

/** Activates a template; a refusal is told to the user, since the rest of the demonstration works without it. */
const activate = async (client: N8nClient, id: string): Promise<string | undefined> => {
	try {
		await client.activate(id);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
};

/**
 * Brings every template into n8n with the sandbox credentials and activates it. A template that an earlier start imported is updated
 * when its file has changed, and left alone otherwise, with whatever the user has made of it.
 * @param credentials by type
 * @param memory file that remembers what was imported
 */
export const importTemplates = async (
	client: N8nClient,
	credentials: Record<string, StoredCredential>,
	memory: string,
): Promise<ImportedTemplate[]> => {
	const known = readJson<Record<string, Imported>>(memory, {});
	const existing = new Map((await client.workflows()).map((workflow) => [workflow.id, workflow]));
	const types = await client.credentialTypesByNode();
	const results: ImportedTemplate[] = [];
	for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
		const place = path.join(FOLDER, file);
		const sha256 = hashOfFiles([place]);
		const template: WorkflowFile = JSON.parse(readFileSync(place, 'utf8'));
		const workflow = attachCredentials(template, credentials, types);
		const earlier = known[file];
		const stored = earlier && existing.get(earlier.workflowId);
		const result = { name: template.name, workflowId: stored?.id ?? '' };
		if (stored !== undefined && earlier?.sha256 === sha256) {
			results.push({ ...result, done: 'kept' });
			continue;
		}
		if (stored === undefined) result.workflowId = (await client.createWorkflow(workflow)).id;
		else await client.updateWorkflow(stored.id, workflow);
		const refusal = await activate(client, result.workflowId);
		// without the hash, the next start updates and activates it again
		known[file] = { workflowId: result.workflowId, sha256: refusal === undefined ? sha256 : '' };
		writeFileSync(memory, JSON.stringify(known, null, 2));
		results.push({ ...result, done: stored === undefined ? 'imported' : 'updated', refusal });
	}
	return results;
};
