// @ts-check
/**
 * What each layer of `npm test` needs. Known before anything is installed, so that a machine's gaps are told at the start.
 *
 * `needs`: without it the layer does not run. `wants`: without it some of its tests are skipped.
 */

/** @typedef {'build' | 'tarball' | 'n8n' | 'chromium' | 'specs'} NeedName */
/** @typedef {{ needs: readonly NeedName[]; wants: readonly NeedName[] }} Needs */

/**
 * By layer, in the order in which they run: the quick ones that find most come first.
 * @satisfies {Record<string, Needs>}
 */
const LAYER_NEEDS = /** @type {const} */ ({
	lint: { needs: [], wants: [] },
	types: { needs: [], wants: [] },
	unit: { needs: [], wants: [] },
	sandbox: { needs: [], wants: ['specs'] },
	contract: { needs: [], wants: ['specs'] },
	// whole templates hold n8n's own nodes too
	engine: { needs: ['build'], wants: ['specs', 'n8n'] },
	conformance: { needs: ['build'], wants: ['specs'] },
	// n8n's own nodes in the templates are held against n8n's descriptions of them
	templates: { needs: ['build'], wants: ['n8n'] },
	package: { needs: ['tarball'], wants: [] },
	e2e: { needs: ['tarball', 'n8n'], wants: ['specs'] },
	browser: { needs: ['chromium', 'tarball', 'n8n'], wants: ['specs'] },
});

/** @typedef {keyof typeof LAYER_NEEDS} LayerName */

/** @type {readonly string[]} */
const LAYER_NAMES = Object.keys(LAYER_NEEDS);

/**
 * What `npm test -- --quick` runs: what finds most in under three minutes on two cores.
 * @type {readonly LayerName[]}
 */
const QUICK_LAYERS = ['types', 'unit', 'sandbox', 'conformance', 'templates'];

module.exports = { LAYER_NEEDS, LAYER_NAMES, QUICK_LAYERS };
