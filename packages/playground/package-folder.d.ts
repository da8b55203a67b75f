/** The folder of this package. The built page is in `dist/page` below it. */
export declare const packageFolder: string;
