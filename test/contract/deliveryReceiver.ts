import Fastify from 'fastify';

/** A destination for webhooks that answers 200 at once and keeps the bodies. */
export interface DeliveryReceiver {
	url: string;
	bodies: unknown[];
	/** Resolves when a body fits. Without a deadline: the test has one. */
	waitFor(fits: (body: unknown) => boolean): Promise<unknown>;
	close(): Promise<void>;
}

export async function startReceiver(): Promise<DeliveryReceiver> {
	const bodies: unknown[] = [];
	const waiting = new Set<(body: unknown) => void>();
	const app = Fastify();
	app.post('/*', async (request, reply) => {
		bodies.push(request.body);
		for (const look of waiting) look(request.body);
		await reply.code(200).send();
	});
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		url,
		bodies,
		waitFor: async (fits) =>
			bodies.find(fits) ??
			(await new Promise((resolve) => {
				const look = (body: unknown) => {
					if (!fits(body)) return;
					waiting.delete(look);
					resolve(body);
				};
				waiting.add(look);
			})),
		close: async () => await app.close(),
	};
}
