"""What tests of scanned pages need of the machine."""

import pytest

from tiltak.reading.formats import ocr

needs_tesseract = pytest.mark.skipif(not ocr.is_installed(), reason="needs tesseract")
