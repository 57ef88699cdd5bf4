import { VENDOR_RETRY_SECONDS, type Switches } from '../../../sandbox/bigcommerce/switches';
import * as b2b from './b2b';
import {
	byHandIsAsked,
	declinesAreTold,
	everyRefundIsListed,
	marksAreFound,
	neverMoreThanIsLeft,
	noTransactionsAreNoItems,
	refundsSettle,
	theWholeIsAllOfIt,
} from './payments';
import { onAndOff, positions, type Position } from './position';
import * as hooks from './storeHooks';
import * as records from './storeRecords';

/** What a user of the BigCommerce nodes is owed, however a switch is thrown. */
export const STORE_CASES: Readonly<Record<keyof Switches, Position[]>> = {
	putAnswers: positions(['whole', 'written'], records.changesAreShownWhole),
	emptyV2Page: positions(['noContent', 'emptyList'], records.anEmptyListHasNoItems),
	limitAboveMaximum: positions(['refused', 'cut'], records.longListsAreWhole),
	equalRows: positions(['ascending', 'descending'], hooks.equalTimesAreToldOnce),
	unknownFilters: positions(['refused', 'ignored'], records.filtersFindWhatTheySay),
	metafieldFiltersHonoured: onAndOff(records.onlyTheNamedMetafields),
	hookFiltersHonoured: onAndOff(hooks.hooksComeAndGo),
	metafieldIdsAsText: onAndOff(records.metafieldsAreFoundById),
	refusedBatchChangesNothing: onAndOff(records.oneBadRowHarmsNoOther),
	emailFilterIgnoresCase: onAndOff(records.nobodyIsMadeTwice),
	emailsInSmallLetters: onAndOff(records.nobodyIsMadeTwice),
	hooksUnderData: onAndOff(hooks.hooksComeAndGo),
	removedHook: positions(['shown', 'noContent'], hooks.hooksComeAndGo),
	secondHookStatus: positions([409, 422], hooks.aSecondHookIsTakenOver),
	failedHookSwitchedOff: onAndOff(hooks.failedDeliveriesAreMadeGood),
	wholeCallbacks: onAndOff(hooks.eventsAreToldOnce),
	hashCovers: positions(['payload', 'data'], hooks.eventsAreToldOnce),
	signDeliveries: onAndOff(hooks.unsignedDeliveriesAreRefused),
	quotaHeaders: onAndOff(records.theQuotaIsKeptWithoutHeaders),
	quota: positions([null, records.SMALL], records.theQuotaIsKept),
	requireHttpsDestinations: onAndOff(hooks.addressesAreChecked),
	retrySeconds: positions([VENDOR_RETRY_SECONDS, [1]], hooks.deliveriesComeAgain),
	retryFactor: positions([1, 0.001], hooks.deliveriesComeAgain),
	gatewayAnswersAfterMs: positions([0, 2_000], refundsSettle),
	gatewayDeclines: onAndOff(declinesAreTold),
	partialRefundsOnline: onAndOff(byHandIsAsked),
	overQuoted: positions(['refused', 'cut'], neverMoreThanIsLeft),
	refundAmountsIncludeTax: onAndOff(theWholeIsAllOfIt),
	refundReasonIn: positions(['both', 'items', 'refund'], marksAreFound),
	refundPagesTold: onAndOff(everyRefundIsListed),
	emptyTransactions: positions(['noContent', 'emptyList'], noTransactionsAreNoItems),
	deliveryParallel: positions([20, 1], hooks.severalAreToldOnce),
	b2bQuota: positions([null, b2b.SMALL], b2b.theB2bQuotaIsKept),
	b2bResetsIn: positions(['seconds', 'milliseconds'], b2b.anEndOfTheWindowIsRead),
	b2bRefusedInBody: onAndOff(b2b.refusalsAreNoSuccess),
	b2bTimesAsText: onAndOff(b2b.timesOfCompaniesAreTold),
	b2bFilesShown: positions(['list', 'one'], b2b.filesAreFoundByName),
	b2bFileNames: positions(['plain', 'prefixed'], b2b.filesAreFoundByName),
	b2bQuoteDate: positions(['any', 'created', 'none'], b2b.quotesAreReadWithoutTheirDate),
	b2bQuoteOrderedBy: positions(['storeId', 'b2bId'], b2b.quotesGetNoWrongOrder),
};
