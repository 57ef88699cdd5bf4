/** Refusals that mean a field without its name, and the fields that each may mean: the first of them that was filled in. */
const MEANT: ReadonlyArray<readonly [says: RegExp, labels: readonly string[]]> = [
	// The files of the item are what is missing, and n8n says so itself.
	[/ has no binary field /, ['Input Binary Field']],
	[/order has no line /, ['Lines']],
	[/ is not a link key /, ['Link Key']],
	[/ is not what it was /, ['Only If Unchanged Since']],
	// To somebody who names another address, an order is not there.
	[/knows no order \d+ in this store /, ['Only If the E-Mail Is']],
	[/knows no payment methods of company \d+ /, ['Payment Method Codes']],
	[/type of the file is not supported/, ['File Name']],
	[/values for batch of codes of promotion \d+ missing or not valid/, ['Exclude Characters']],
	// People of a request, by what tells one from another.
	[/Signer \d has no valid e-mail address /, ['Email']],
	[/request has no signer with this e-mail address /, ['Signer Email', 'Signer Name']],
	[/\bevents_callback_url: /, ['Callback URL']],
	[/\bsigners \d+\.full_name: /, ['Name']],
	[/\bsigners \d+\.embed_url_user_id: /, ['Embed User ID']],
	// What is too long together.
	[/^Item 1: Details hold /, ['Note', 'Reason', 'Outcome', 'Decided By', 'Snapshot', 'System']],
];

/** The labels of the fields that a refusal may mean. @param said message and next step */
export const meantBy = (said: string): string[] =>
	MEANT.filter(([says]) => says.test(said)).flatMap(([, labels]) => labels);
