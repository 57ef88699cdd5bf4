import { metafieldResource } from '../metafield/resource';

export const channelMetafield = metafieldResource('channelMetafield');
