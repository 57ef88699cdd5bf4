import { metafieldResource } from '../metafield/resource';

export const locationMetafield = metafieldResource('locationMetafield');
