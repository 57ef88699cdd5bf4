import { apiError } from '../../../../nodes/shared/errorText';
import { orFound } from '../../../../nodes/shared/orFound';
import { executeFunctions } from '../../support/contexts';
import { NODE } from '../../support/node';
import { ServiceDouble, ok } from '../../support/serviceDouble';
import { passTime } from '../../support/time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const functions = executeFunctions({ service: new ServiceDouble(() => ok({})) });

/** Sends one that is refused so; the list shows it at this look. */
async function sent(status: number, message: string, shownAt: number) {
	let looks = 0;
	const error = apiError(NODE, { what: 'Refused', next: 'Correct it.' }, { status, message });
	const work = async () =>
		await orFound(
			functions,
			async () => await Promise.reject(error),
			async () => await Promise.resolve(++looks >= shownAt ? 'made' : undefined),
		).catch(String);
	const { result } = await passTime(work);
	return { result, looks };
}

const REFUSED = 'NodeApiError: Refused';

describe('one that a refused call for several may have made', () => {
	it.each([
		[409, 'Conflict'],
		[422, 'A customer with this email already exists'],
		[400, 'Name must be unique'],
	])('is found after a refusal as a duplicate: %i %s', async (status, message) => {
		expect((await sent(status, message, 3)).result).toBe('made');
	});

	it.each([
		[422, 'Email is not valid'],
		[403, 'It exists already'],
	])('is not looked for after any other refusal: %i %s', async (status, message) => {
		expect(await sent(status, message, 1)).toEqual({ result: REFUSED, looks: 0 });
	});

	it('is refused when nothing is shown for seconds', async () => {
		expect((await sent(409, 'Conflict', 99)).result).toBe(REFUSED);
	});
});
