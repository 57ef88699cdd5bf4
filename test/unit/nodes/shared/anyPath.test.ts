import { partsOf, plainParts } from '../../../../nodes/shared/anyPath';

describe('plainParts', () => {
	it.each([
		['/a/b', ['a', 'b']],
		['a/b/', ['a', 'b']],
		['/a%20b', ['a%20b']],
		['/key:1:a', ['key:1:a']],
	])('takes %s', (entered, parts) => {
		expect(plainParts(entered)).toEqual(parts);
	});

	it.each([
		'https://example.com/a',
		'//example.com/a',
		'a//b',
		'/',
		'',
		'../a',
		'a/./b',
		'a/%2e%2e/b',
		'a;b',
		'a\\b',
		'a%2fb',
		'%zz',
		'a b',
		'a?b=c',
		'a#b',
	])('refuses %j', (entered) => {
		expect(plainParts(entered)).toBeUndefined();
	});
});

describe('partsOf', () => {
	it('gives the parts as a server reads them', () => {
		expect(partsOf('/a%20b/c')).toEqual(['a b', 'c']);
	});
});
