/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in plain Node beside n8n, never inside it */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const field = z.object({
	id: z.string(),
	name: z.string(),
	type: z.string(),
	required: z.boolean(),
	options: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});

/** The fields of a form, or the task whose form it shares. */
const file = z.object({ key: z.string(), tasks: z.record(z.union([z.string(), z.array(field)])) });

export type FormField = z.infer<typeof field>;

/** The forms of the process models, as an administrator would have drawn them: the service has them outside its API. */
export class Forms {
	private readonly forms: ReadonlyArray<z.infer<typeof file>>;

	constructor(folder: string) {
		this.forms = readdirSync(folder)
			.filter((name) => name.endsWith('.form.json'))
			.map((name) => file.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
	}

	/** What the form of a task keeps; nothing when its model has none. */
	fieldsOf(modelKey: string, taskDefinitionKey: string): readonly FormField[] {
		const tasks = this.forms.find(({ key }) => key === modelKey)?.tasks ?? {};
		const form = tasks[taskDefinitionKey] ?? [];
		if (typeof form !== 'string') return form;
		const shared = tasks[form] ?? [];
		return typeof shared === 'string' ? [] : shared;
	}
}
