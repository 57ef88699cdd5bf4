import { flag, list, object, orNull, text, whole, type Properties, type Shape } from '../../shared/shape';

/** A link as an operation gives it. */
const link: Properties = {
	linkKey: text,
	state: text,
	stale: flag,
	holder: text,
	objectType: text,
	objectId: text,
	purpose: text,
	round: whole,
	claimedAt: text,
	leaseMs: whole,
	effect: object({ system: text, id: text, url: text, at: text, snapshot: text }),
	decision: object({
		outcome: text,
		by: text,
		at: text,
		reason: text,
		documents: list(object({ name: text, sha256: text })),
	}),
	history: list(object({ state: text, at: text, run: text, note: text })),
	metafieldId: whole,
};

/** `holds` stands with questions of OpenText Decision only. */
const otherLinks = list(
	object({ purpose: text, round: whole, state: text, outcome: orNull(text), holds: flag }),
);

/** @param before what an operation tells before the link itself */
const linkAfter = (before: Properties): Shape => object({ ...before, ...link });

export const LINK = object(link);
export const CLAIMED = linkAfter({ claimed: flag, takenOver: flag });
export const LATEST = linkAfter({ exists: flag, running: flag, claimableRound: whole, nextLinkKey: text });
export const RECORDED = object({ changed: flag, ...link, otherLinks });
export const RELEASED = linkAfter({ released: flag });
