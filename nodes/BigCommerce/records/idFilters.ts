import { ids, whole, type Fields } from '../../shared/record/field';

/** By the number of a record, alone and with the six operators that some lists of the catalog take (BigCommerce reference 2.3). */
export const ID_FILTERS = {
	id: whole('ID Is', '', { name: 'idEquals' }),
	'id:greater': whole('ID Above', '', { name: 'idAbove' }),
	'id:less': whole('ID Below', '', { name: 'idBelow' }),
	'id:max': whole('ID Max', ''),
	'id:min': whole('ID Min', ''),
	'id:in': ids('IDs', '', { name: 'ids', like: '35,36' }),
	'id:not_in': ids('IDs to Leave Out', '', { name: 'idsToLeaveOut', like: '35,36' }),
} satisfies Fields;
