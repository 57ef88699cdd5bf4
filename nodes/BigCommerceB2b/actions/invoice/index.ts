import { defineResource } from '../../../shared/operation';
import { downloadPdf } from './downloadPdf.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getPdf } from './getPdf.operation';

export const invoice = defineResource(
	{ name: 'Invoice', value: 'invoice', description: 'What a company has to pay' },
	[downloadPdf, get, getAll, getPdf],
	getAll,
);
