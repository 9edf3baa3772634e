"""Roads in: GeoJSON lines (also gzipped) and OpenStreetMap's .pbf."""

from tiltak.analysis.traveltime.geojson import read_geojson_roads
from tiltak.analysis.traveltime.inputs import InputFile, blaming
from tiltak.analysis.traveltime.roads import Roads


def read_roads(file: InputFile) -> Roads:
    """Roads and ferries of a file, by its name: `.pbf` is OpenStreetMap, all else is GeoJSON.

    Raises BadInput with the row.
    """
    with blaming(file):
        if not file.is_pbf:
            return read_geojson_roads(file)
        # osmium is loaded by those who have such a file
        from tiltak.analysis.traveltime.openstreetmap import read_pbf_roads

        return read_pbf_roads(file)
