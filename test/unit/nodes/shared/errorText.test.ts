import fc from 'fast-check';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { apiError, errorFacts, operationError, redact } from '../../../../nodes/shared/errorText';
import { NODE } from '../../support/node';

const ADVICE = { what: 'BigCommerce knows no order 7', next: 'Check the ID.' };

const lettersAndDigits = fc
	.tuple(fc.stringMatching(/^[A-Za-z0-9]{27,60}$/), fc.constantFrom('a1', 'Z9', 'q7'))
	.map(([text, tail]) => text + tail);

describe('redacting', () => {
	it('hides bearer and basic credentials', () => {
		expect(redact('sent Authorization: Bearer abc.def-123 to it')).toBe(
			'sent Authorization: Bearer [hidden] to it',
		);
		expect(redact('basic dXNlcjpwYXNz')).toBe('basic [hidden]');
	});

	it('hides e-mail addresses', () => {
		expect(redact('customer ada.example+shop@mail.example.com has it')).toBe('customer [e-mail] has it');
	});

	it('hides JSON web tokens', () => {
		expect(redact('token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP is used up')).toBe(
			'token [hidden] is used up',
		);
	});

	it('hides every long opaque string of letters and digits', () => {
		fc.assert(
			fc.property(lettersAndDigits, (token) => {
				expect(redact(`the token ${token} is not valid`)).toBe('the token [hidden] is not valid');
			}),
		);
	});

	it("leaves the service's own words alone", () => {
		const words =
			"The field 'date_shipped' cannot be written to. Please remove it from your request before trying again.";
		expect(redact(words)).toBe(words);
	});

	it('shows at most 300 characters', () => {
		expect(redact('word '.repeat(200))).toHaveLength(301);
		expect(redact('word '.repeat(200)).endsWith('…')).toBe(true);
	});
});

describe('error texts', () => {
	it('count items from one', () => {
		expect(operationError(NODE, ADVICE, 0).message).toBe('Item 1: BigCommerce knows no order 7');
		expect(apiError(NODE, ADVICE, { status: 404 }, 2).message).toBe('Item 3: BigCommerce knows no order 7');
	});

	it('are read at a glance, however long what was entered is', () => {
		const { message } = operationError(NODE, { ...ADVICE, what: 'x'.repeat(10_000) }, 0);
		expect(message).toMatch(/^Item 1: x{350}…x{150}$/);
	});

	it('say what is wrong with a value that is longer than they are', () => {
		const what = `"${'x'.repeat(10_000)}" is not a link key`;
		expect(operationError(NODE, { ...ADVICE, what }, 0).message).toMatch(/x" is not a link key$/);
	});

	it('name no item where there is none', () => {
		expect(operationError(NODE, ADVICE).message).toBe('BigCommerce knows no order 7');
		expect(apiError(NODE, ADVICE, { status: 404 }).message).toBe('BigCommerce knows no order 7');
	});

	it("add the service's own words to the next step, redacted", () => {
		const error = apiError(NODE, ADVICE, { status: 404, message: 'none for ada@example.com' }, 0);
		expect(error.description).toBe('Check the ID. The service said: "none for [e-mail]"');
		expect(JSON.stringify(error)).not.toContain('ada@example.com');
	});

	it.each([401, 403, 404, 422, 429, 500, 503])(
		'keep their own words where n8n has words of its own, as for %i',
		(status) => {
			const error = apiError(NODE, ADVICE, { status, message: 'said' }, 0);
			expect(error).toMatchObject({
				message: 'Item 1: BigCommerce knows no order 7',
				description: 'Check the ID. The service said: "said"',
				httpCode: String(status),
				context: { itemIndex: 0 },
			});
		},
	);

	it('have no status when the connection broke', () => {
		const error = apiError(NODE, ADVICE, { status: 0 }, 0);
		expect(error.httpCode).toBeNull();
		expect(error.message).toBe('Item 1: BigCommerce knows no order 7');
	});
});

describe('the facts of an error', () => {
	it('are text, next step and status', () => {
		expect(errorFacts(apiError(NODE, ADVICE, { status: 404 }, 0))).toEqual({
			error: 'Item 1: BigCommerce knows no order 7',
			details: { description: 'Check the ID.', httpCode: '404' },
		});
	});

	it('leave out what is not known', () => {
		expect(errorFacts(operationError(NODE, ADVICE, 0))).toEqual({
			error: 'Item 1: BigCommerce knows no order 7',
			details: { description: 'Check the ID.' },
		});
		expect(errorFacts(new Error('x'))).toEqual({ error: 'x' });
		expect(errorFacts(new NodeOperationError(NODE, 'x'))).toEqual({ error: 'x' });
		expect(errorFacts(new NodeApiError(NODE, { message: 'x' }, { message: 'x' }))).toMatchObject({
			error: 'x',
		});
	});
});
