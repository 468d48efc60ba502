package org.waymark.progress.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.edge.Problem;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"report.pdf", "Año 2026 – informe (final).pdf", "تقرير.pdf", "報告.pdf", "نامه\u200cها.pdf"})
    void takes_names_in_any_language(String name) {
        assertThat(new FileName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                ".pdf",
                "../a.pdf",
                "C:\\a.pdf",
                "a\"b.pdf",
                "a\r\nSet-Cookie: x.pdf",
                "a\u202efdp.exe.pdf",
                "a\0.pdf"
            })
    void refuses_names_that_lead_elsewhere_or_mislead(String name) {
        assertThatThrownBy(() -> new FileName(name)).isInstanceOf(Problem.class);
    }
}
