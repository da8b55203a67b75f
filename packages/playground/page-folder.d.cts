/** The folder of the built page, with its `index.html`. */
export declare const pageFolder: string;
