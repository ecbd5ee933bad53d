/** Where Lime has the objects of a limetype. */
export const objectsPath = (limetype: string): string => `limeobject/${encodeURIComponent(limetype)}/`;

/** Where Lime has one object. */
export const objectPath = (limetype: string, id: number): string => `${objectsPath(limetype)}${id}/`;
