"""Which characters of which document: files joined, text accounted for, text doubted."""
