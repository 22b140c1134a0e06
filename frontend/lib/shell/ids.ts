/** Element ids that more than one component refers to. */

/** The search box of the page; there is one. */
export const SEARCH_INPUT_ID = 'search-input';
/** The page's content, for the skip link. */
export const MAIN_ID = 'main';
/** The passage that a page is about, among its neighbours. */
export const PASSAGE_ID = 'here';
/** The heading of the results, which takes the focus when a search is run by Enter. */
export const RESULTS_ID = 'results';
/** The menu's panel, and the panel of ways to browse on a phone. */
export const MENU_ID = 'menu';
export const BROWSE_ID = 'browse';
/** Dispatched on the document to open the key sheet. */
export const KEY_SHEET_EVENT = 'libtrails:keys';
/** Dispatched on the document to open the command palette. */
export const PALETTE_EVENT = 'libtrails:palette';
/** The panel that says what can be typed into the search box. */
export const SEARCH_HELP_ID = 'search-help';
