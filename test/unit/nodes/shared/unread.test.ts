import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { readOrSay } from '../../../../nodes/shared/unread';
import { NODE } from '../../support/node';

const refused = (status: number) =>
	new NodeApiError(
		NODE,
		{ status, message: 'x' },
		{ message: 'It cannot be read', httpCode: String(status) },
	);

describe('part of a record that a trigger cannot read', () => {
	it('is given when it can be read', async () => {
		expect(await readOrSay(async () => await Promise.resolve(7))).toEqual({ value: 7 });
	});

	it.each([400, 401, 403, 404, 500, 502])(
		'is told with the reason after %i, so that it hides nothing else (K8)',
		async (status) => {
			expect(await readOrSay(async () => await Promise.reject(refused(status)))).toEqual({
				unread: 'It cannot be read',
			});
		},
	);

	it.each([
		['a missing credential', new NodeOperationError(NODE, 'No credentials')],
		['a mistake of ours', new TypeError('x is not a function')],
	])('is not what %s is about', async (_what, error) => {
		await expect(readOrSay(async () => await Promise.reject(error))).rejects.toBe(error);
	});
});
