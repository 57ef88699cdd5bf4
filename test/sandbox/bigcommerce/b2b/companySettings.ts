import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { CollectionBook } from '../collection/book';
import { readOnly } from '../collection/field';
import type { CollectionTable } from '../collection/table';
import { ApiError } from '../errors';
import { bodyOf, idOf } from '../request';
import { good } from './envelope';

/** BigCommerce reference 13.3. */
const credit = z
	.object({
		creditEnabled: z.boolean(),
		creditCurrency: z.string().length(3),
		availableCredit: z.number(),
		limitPurchases: z.boolean(),
		creditHold: z.boolean(),
	})
	.partial()
	.strict();

const DAYS = new Set([0, 5, 15, 30, 45, 60]);

const terms = z
	.object({
		isEnabled: z.boolean(),
		paymentTerms: z.number().refine((days) => DAYS.has(days), 'is not a term that the store offers'),
	})
	.strict();

const methods = z
	.object({ payments: z.array(z.object({ code: z.string(), isEnabled: z.boolean() }).strict()) })
	.strict();

/** The ways to pay that the store has. */
const STORE_METHODS = [
	{ paymentId: 1, code: 'cheque', paymentTitle: 'Check' },
	{ paymentId: 2, code: 'purchaseorder', paymentTitle: 'Purchase Order' },
	{ paymentId: 3, code: 'bankdeposit', paymentTitle: 'Bank Deposit' },
];

const hidden = (initial: unknown) => readOnly('other', { initial, hidden: true });

/** Kept with the company, and shown by calls of their own. */
export const SETTINGS_FIELDS = {
	credit: hidden({
		creditEnabled: false,
		creditCurrency: 'USD',
		availableCredit: 0,
		limitPurchases: false,
		creditHold: false,
	}),
	terms: hidden({ isEnabled: false, paymentTerms: 0 }),
	payments: hidden(['cheque']),
};

/** Answers under which a value of the wrong form is refused with 400 (reference 13.3). */
function read<Schema extends z.ZodTypeAny>(schema: Schema, body: unknown): z.output<Schema> {
	const result = schema.safeParse(body);
	if (result.success) return result.data;
	throw new ApiError(
		400,
		result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '),
	);
}

/** Credit, payment terms and payment methods of a company. */
export function registerCompanySettings(
	app: FastifyInstance,
	book: CollectionBook,
	companies: CollectionTable,
): void {
	const company = (request: FastifyRequest) => book.get(companies, idOf(request, 'id'));
	const kept = (request: FastifyRequest, name: string) =>
		z.record(z.unknown()).parse(company(request).values[name]);
	for (const [path, name, schema] of [
		['credit', 'credit', credit],
		['payment-terms', 'terms', terms],
	] as const) {
		app.get(`/companies/:id/${path}`, async (request) => good(kept(request, name)));
		app.put(`/companies/:id/${path}`, async (request) => {
			const changed = { ...kept(request, name), ...read(schema, request.body) };
			book.set(companies, company(request), { [name]: changed });
			return good(changed);
		});
	}
	app.get('/payments', async () =>
		good(
			STORE_METHODS.map(({ paymentId, code, paymentTitle }) => ({
				id: paymentId,
				paymentCode: code,
				paymentTitle,
			})),
		),
	);
	const enabled = (request: FastifyRequest) =>
		new Set(z.array(z.string()).parse(company(request).values.payments));
	app.get('/companies/:id/payments', async (request) => {
		const codes = enabled(request);
		return good(STORE_METHODS.map((method) => ({ ...method, isEnabled: codes.has(method.code) })));
	});
	app.put('/companies/:id/payments', async (request) => {
		const codes = enabled(request);
		const { payments } = bodyOf(methods, request.body);
		const unknown = payments.find(({ code }) => !STORE_METHODS.some((method) => method.code === code));
		if (unknown !== undefined) throw new ApiError(404, 'Payment Does not Exist');
		for (const { code, isEnabled } of payments) if (isEnabled) codes.add(code);
		for (const { code, isEnabled } of payments) if (!isEnabled) codes.delete(code);
		book.set(companies, company(request), { payments: [...codes] });
		return good([]);
	});
}
