/** What a whole document is: its title, area, years, speaker and contradictions. */
@NullMarked
package dev.zhibiao.extract.report;

import org.jspecify.annotations.NullMarked;
