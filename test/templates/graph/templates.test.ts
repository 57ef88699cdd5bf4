import { readTemplate, templateFiles } from '../support/templateFiles';
import { graphFindings, RULES } from './index';

const rules = Object.entries(RULES).map(([rule, { name }]) => ({ rule, name }));

describe.each(templateFiles())('the template %s', (file) => {
	const found = graphFindings(readTemplate(file));

	it.each(rules)('$name', ({ rule }) => {
		expect(found.filter((finding) => finding.rule === rule)).toEqual([]);
	});
});
