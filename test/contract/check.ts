/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in plain Node beside n8n, never inside it */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';

import { contractProblems, formatProblems, loadSpecs, SPECS_ABSENT, validateDelivery } from './index';

const USAGE = `Usage: node --import tsx test/contract/check.ts [options] <exchanges.json>

  <exchanges.json>   array of exchanges as GET /_sandbox/exchanges?service=bigcommerce gives them
  --deliveries FILE  array of webhook delivery bodies, checked too
  --specs FOLDER     BigCommerce's descriptions (default: ../shared/specs/bigcommerce)
  --requests-only, --responses-only

Exit code 0: no problem, or the descriptions are absent; 1: problems, listed; 2: the input cannot be read.
`;

const exchangesSchema = z.array(
	z.object({
		service: z.string().optional(),
		method: z.string(),
		url: z.string(),
		requestHeaders: z.record(z.string()),
		requestBody: z.unknown(),
		status: z.number(),
		responseHeaders: z.record(z.string()),
		responseBody: z.unknown(),
		fault: z.string().optional(),
	}),
);

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function check(args: string[]): { code: number; text: string } {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			specs: { type: 'string' },
			deliveries: { type: 'string' },
			'requests-only': { type: 'boolean' },
			'responses-only': { type: 'boolean' },
		},
	});
	if (positionals.length !== 1) return { code: 2, text: USAGE };
	const specs = loadSpecs(values.specs);
	if (specs === undefined) return { code: 0, text: `${SPECS_ABSENT}\n` };

	const exchanges = exchangesSchema
		.parse(readJson(positionals[0]))
		.filter(({ service }) => service === undefined || service === 'bigcommerce');
	const deliveries =
		values.deliveries === undefined ? [] : z.array(z.unknown()).parse(readJson(values.deliveries));
	const problems = [
		...contractProblems(specs, exchanges, {
			requests: values['responses-only'] !== true,
			responses: values['requests-only'] !== true,
		}),
		...deliveries.flatMap((body) => validateDelivery(specs, body)),
	];
	const counted = `${exchanges.length} exchanges and ${deliveries.length} deliveries checked`;
	if (problems.length === 0) return { code: 0, text: `${counted}: no problem\n` };
	return { code: 1, text: `${formatProblems(problems)}\n${counted}: ${problems.length} problems\n` };
}

try {
	const { code, text } = check(process.argv.slice(2));
	(code === 2 ? process.stderr : process.stdout).write(text);
	process.exitCode = code;
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 2;
}
