"""The comparison of centroids: how near peak pickers come to the vendor's peaks of the same scans."""
