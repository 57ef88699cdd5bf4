// @ts-check
// Loads n8n's WooCommerce node as n8n does when it is first used.
const { startN8n } = require('./n8n.cjs');

const [n8nFolder = ''] = process.argv.slice(2);

const main = async () => {
	const { ownNodes } = await startN8n(n8nFolder);
	const start = performance.now();
	ownNodes.getNode('wooCommerce');
	process.send?.({ ms: performance.now() - start });
};

void main();
