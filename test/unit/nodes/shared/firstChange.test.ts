import { FirstChange } from '../../../../nodes/shared/firstChange';
import type { Outcome } from '../../../../nodes/shared/send';

const outcome = (status: number, repeatedAfterDoubt = false): Outcome => ({
	last: { status, headers: {}, body: {} },
	repeatedAfterDoubt,
});

const LOST: Outcome = {
	last: { status: 0, code: 'ECONNRESET', neverSent: false },
	repeatedAfterDoubt: false,
};

function first() {
	const log: string[] = [];
	const change = new FirstChange(async () => {
		log.push('before');
		return async () => void log.push('taken back');
	});
	const send = async (result: Outcome) => await change.around(async () => (log.push('sent'), result));
	return { log, change, send };
}

describe('what is done before the first change', () => {
	it('is done once, before it, and stands where it was carried out', async () => {
		const { log, send } = first();
		await send(outcome(200));
		await send(outcome(422));
		expect(log).toEqual(['before', 'sent', 'sent']);
	});

	it('is taken back where the change was refused, and done again before the next', async () => {
		const { log, send } = first();
		await send(outcome(422));
		await send(outcome(201));
		expect(log).toEqual(['before', 'sent', 'taken back', 'before', 'sent']);
	});

	it.each([
		['was lost', LOST],
		['is a server error', outcome(500)],
		['came after one that was lost', outcome(404, true)],
	])('stands where the answer %s: it may have been carried out', async (_what, result) => {
		const { log, send } = first();
		await send(result);
		expect(log).toEqual(['before', 'sent']);
	});

	it('stands where sending threw', async () => {
		const { log, change } = first();
		await expect(change.around(async () => await Promise.reject(new Error('cancelled')))).rejects.toThrow();
		expect(log).toEqual(['before']);
	});

	it('is taken back only when all that went out beside it were refused as well', async () => {
		const { log, change } = first();
		let answer: (result: Outcome) => void = () => undefined;
		const slow = change.around(
			async () =>
				await new Promise<Outcome>((resolve) => {
					answer = resolve;
				}),
		);
		await change.around(async () => outcome(422));
		expect(log).toEqual(['before']);
		answer(outcome(200));
		await slow;
		expect(log).toEqual(['before']);
	});

	it('sends nothing where it throws', async () => {
		const sent = jest.fn();
		const change = new FirstChange(async () => await Promise.reject(new Error('no credential')));
		await expect(change.around(sent)).rejects.toThrow('no credential');
		expect(sent).not.toHaveBeenCalled();
	});
});
