import { metafieldResource } from '../metafield/resource';

export const brandMetafield = metafieldResource('brandMetafield');
