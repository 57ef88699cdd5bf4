/**
 * Operations that refuse a form in which something stands in every field, and why: what the editor's examples and lists cannot tell. Their requests are held to the description where
 * they do their whole work; every other operation has to be done with its form filled in, or its requests would never have been seen.
 */
export const REFUSED_WHOLE: ReadonlyMap<string, RegExp> = new Map([
	// The names and addresses that are filled in are taken by the one before.
	['bigCommerce brand update', /already has what was sent/],
	['bigCommerce priceList update', /already has what was sent/],
	// Attributes, and parts of a quote, that only a store knows.
	['bigCommerce customer create', /values for the new customer missing or not valid/],
	['bigCommerce customer update', /values for customer \d+ missing or not valid/],
	['bigCommerce customer upsert', /values for customer \d+ missing or not valid/],
	['bigCommerceB2b company update', /values for company \d+ missing or not valid/],
	['bigCommerceB2b quote create', /values for the new quote missing or not valid/],
	// Texts of a form that no example shows.
	['bigCommerce couponCode generate', /Delimiter has 9 characters/],
	['bigCommerce customerAddress update', /Country Code has 9 characters/],
	['bigCommerce orderShippingAddress update', /Country Code has 9 characters/],
	['bigCommerceB2b quote update', /Expires On must be a day/],
	// Fields of which only one may be filled in, or which say what must be so already.
	['bigCommerce customerSettings update', /stands under Take From Store as well/],
	['bigCommerce product publish', /is not what it was/],
	['bigCommerce product withdraw', /is not what it was/],
	['openTextCoreSignature evidence collect', /do not have three different names/],
	[
		'openTextCoreSignature signatureRequest getSigningLink',
		/has no signer with this e-mail address and name/,
	],
	['openTextCoreSignature signatureRequest send', /did not accept the values sent/],
	['openTextCoreSignature signatureRequest sendAndWait', /did not accept the values sent/],
	['openTextDecision decision withdraw', /has no question/],
]);
