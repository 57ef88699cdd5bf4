import { readModelSource } from '../../../../../nodes/OpenTextWorkflow/records/modelSource';

const xml = (inner: string) => `<?xml version="1.0"?>\n<definitions>${inner}</definitions>`;

const JSON_MODEL = { properties: { process_id: 'small', name: 'Small' }, childShapes: [] };

describe('reading a process model', () => {
	it.each([
		['its only process', '<process id="small"/>'],
		['a process in a namespace of its own', '<bpmn:process isExecutable="true" id=\'small\'>'],
		[
			'the executable one of several',
			'<process id="other"/><process name="S" id="small" isExecutable="true"/>',
		],
		['one behind a comment', '<!-- <process id="old"/> --><process id="small"/>'],
	])('finds the key of XML: %s', (_what, inner) => {
		expect(readModelSource(`\uFEFF${xml(inner)}\n`)).toEqual({
			key: 'small',
			modelType: 'xml',
			content: xml(inner),
		});
	});

	it.each([
		['the model itself', JSON_MODEL],
		['a file of the modeler', { id: 'x', schemaId: 'https://example.com/Flow', data: JSON_MODEL }],
	])('finds the key of JSON: %s', (_what, value) => {
		expect(readModelSource(JSON.stringify(value))).toEqual({
			key: 'small',
			modelType: 'json',
			content: JSON_MODEL,
		});
	});

	it.each([
		['hello', /neither BPMN XML nor JSON/],
		['', /neither BPMN XML nor JSON/],
		['[]', /neither BPMN XML nor JSON/],
		['{"properties": ', /neither BPMN XML nor JSON/],
		['{"properties": {"name": "Small"}}', /has no key/],
		[xml('<process name="id"/>'), /has no key/],
		['<html><body>Maintenance</body></html>', /has no key/],
	])('says what is wrong with %j', (text, what) => {
		expect(readModelSource(text)).toEqual({
			fault: expect.objectContaining({ what: expect.stringMatching(what) }),
		});
	});
});
